// SPDX-License-Identifier: Apache-2.0
// An operator that the engine cannot stop, for several seconds.
void (3n ** 12_000_000n);
