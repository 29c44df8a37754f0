// SPDX-License-Identifier: Apache-2.0
// Imports and evaluates a module. When that has ended, gives settled() a function that returns or throws as it did.
(function importer(path, settled) {
  import(path).then(
    () => settled(() => {}),
    (reason) => settled(() => { throw reason; }),
  );
})
