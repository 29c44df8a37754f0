// SPDX-License-Identifier: Apache-2.0
// The files of a body in multipart/form-data as scripts of Eclipse Dirigible expect them.
import { request } from "sdk/http/request";

const itemOf = (part) => Object.freeze({
  getName() { return part.name; },
  getFieldName() { return part.name; },
  getOriginalFilename() { return part.fileName; },
  getContentType() { return part.contentType; },
  isFormField() { return false; },
  isEmpty() { return part.size === 0; },
  getSize() { return part.size; },
  getBytes() { return part.getBytes(); },
  getBytesNative() { return part.getBytes(); },
  getText() { return part.getText(); },
});

export const upload = Object.freeze({
  isMultipartContent() { return /^multipart\//i.test(request.getContentType() ?? ""); },
  parseRequest() {
    const items = request.getParts().filter((part) => part.fileName !== null).map(itemOf);
    return Object.freeze({
      get(index) { return items[index]; },
      size() { return items.length; },
    });
  },
});

export { upload as Upload };
export default upload;
