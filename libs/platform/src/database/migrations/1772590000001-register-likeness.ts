import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What makes an application like an entry: name and address without what all of a county share, by trigrams; principal and
 * sponsors by the same name. Expressions over the versions themselves, so that nothing can differ from them.
 */
export class RegisterLikeness1772590000001 implements MigrationInterface {
  readonly name = 'RegisterLikeness1772590000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** Province, city and county stand before almost every name and address. */
const DIVISIONS = '^([^省市区]{2,8}(省|自治区))?([^市盟]{1,6}(市|盟))?([^区县旗]{1,6}(区|县|旗))?';
const KINDS = '(幼儿园|小学|中学|学校|学院|培训|中心|有限公司)+$';

const UP = [
  `create function likeness_address(source text) returns text language sql immutable parallel safe
   return regexp_replace(regexp_replace(normalize(source, NFKC), '\\s', '', 'g'), '${DIVISIONS}', '')`,
  `create function likeness_name(source text) returns text language sql immutable parallel safe
   return regexp_replace(likeness_address(source), '${KINDS}', '')`,
  'create index institution_likeness_idx on institution using gin (likeness_name(name) gin_trgm_ops)',
  `create index register_version_address_likeness_idx on register_version
     using gin (likeness_address(fields->>'address') gin_trgm_ops)`,
  `create index register_version_principal_idx on register_version ((fields->>'principal'))`,
  `create index register_version_sponsors_idx on register_version using gin ((fields->'sponsors'))`,
];
const DOWN = [
  'drop index register_version_sponsors_idx, register_version_principal_idx, register_version_address_likeness_idx',
  'drop index institution_likeness_idx',
  'drop function likeness_name(text)',
  'drop function likeness_address(text)',
];
