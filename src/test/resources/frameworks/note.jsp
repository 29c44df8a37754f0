<%@ page contentType="text/plain;charset=UTF-8" session="false" %>${mvc.csrf.name}=${mvc.csrf.token}&text=${text}
