// SPDX-License-Identifier: Apache-2.0
// An operator that the engine cannot stop, for several seconds on a fast machine, too: longer than the test of it takes.
void (3n ** 16_000_000n);
