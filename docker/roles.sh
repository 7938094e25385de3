#!/bin/bash
# Once, on a new database: the owner of the schema, the application that may only do what it is granted, the extension.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres <<SQL
create role licensing_owner login password '$(cat /run/secrets/owner_password)';
create role licensing_app login password '$(cat /run/secrets/app_password)';
create database licensing owner licensing_owner;
\c licensing
create extension pg_trgm;
SQL
