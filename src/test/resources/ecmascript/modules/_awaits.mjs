// SPDX-License-Identifier: Apache-2.0
export const value = await Promise.resolve(7);
