/** The last line of a run, readable by any tool. A file that could not run counts as a failure. */
export default class CountReporter {
  onRunComplete(_, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = results;
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed, ${numPendingTests + numTodoTests} skipped`;
    process.on('exit', () => process.stdout.write(`${line}\n`));
  }
}
