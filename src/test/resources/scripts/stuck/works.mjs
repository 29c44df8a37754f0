// SPDX-License-Identifier: Apache-2.0
import { response } from "sdk/http";
response.print("works");
