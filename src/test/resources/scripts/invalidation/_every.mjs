/** What each function of the session throws, isValid() and invalidate() apart. */
export const everyFunction = (session, thrownBy) => ({
  getAttribute: thrownBy(() => session.getAttribute("a")),
  getAttributeNames: thrownBy(() => session.getAttributeNames()),
  getCreationTime: thrownBy(() => session.getCreationTime()),
  getId: thrownBy(() => session.getId()),
  getLastAccessedTime: thrownBy(() => session.getLastAccessedTime()),
  getMaxInactiveInterval: thrownBy(() => session.getMaxInactiveInterval()),
  isNew: thrownBy(() => session.isNew()),
  setAttribute: thrownBy(() => session.setAttribute("a", 1)),
  setNull: thrownBy(() => session.setAttribute("a", null)),
  removeAttribute: thrownBy(() => session.removeAttribute("a")),
  setMaxInactiveInterval: thrownBy(() => session.setMaxInactiveInterval(60)),
});
