<%@ page contentType="text/plain;charset=UTF-8" session="false" %><%= "<" %><jsp:include page="/js/it/part.mjs/of/a/page"/><%= ">" %>
