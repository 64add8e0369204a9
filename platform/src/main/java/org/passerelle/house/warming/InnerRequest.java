package org.passerelle.house.warming;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.MappingMatch;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request within the process: the server renders a page without network, session and cookies. For
 * a single page, not thread-safe.
 */
final class InnerRequest extends HttpServletRequestWrapper {
  private final ServletContext context;
  private final String method;
  private final String path;
  private final Map<String, String> fields;
  private final Locale language;
  private final @Nullable Principal who;
  private final Map<String, Object> attributes = new HashMap<>();

  /**
   * @param who the user in whose name the page is requested
   */
  InnerRequest(ServletContext context, InnerPage page, Locale language, @Nullable Principal who) {
    super(nothing(HttpServletRequest.class));
    this.context = context;
    this.method = page.method();
    this.path = page.path();
    this.fields = page.fields();
    this.language = language;
    this.who = who;
  }

  /** Answers every getter with an empty value, as a request without content does. */
  static <T> T nothing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> nothingOf(method.getReturnType())));
  }

  private static @Nullable Object nothingOf(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    return type == Enumeration.class ? Collections.emptyEnumeration() : null;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer("http://localhost").append(path);
  }

  @Override
  public String getContextPath() {
    return "";
  }

  @Override
  public String getServletPath() {
    return path;
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    return new Everything();
  }

  /** The mapping of the only servlet, which serves every path. */
  private record Everything() implements HttpServletMapping {
    @Override
    public String getMatchValue() {
      return "";
    }

    @Override
    public String getPattern() {
      return "/";
    }

    @Override
    public String getServletName() {
      return "dispatcherServlet";
    }

    @Override
    public MappingMatch getMappingMatch() {
      return MappingMatch.DEFAULT;
    }
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public String getProtocol() {
    return "HTTP/1.1";
  }

  @Override
  public String getScheme() {
    return "http";
  }

  @Override
  public String getServerName() {
    return "localhost";
  }

  @Override
  public String getRemoteAddr() {
    return "127.0.0.1";
  }

  @Override
  public String getCharacterEncoding() {
    return "UTF-8";
  }

  @Override
  public Locale getLocale() {
    return language;
  }

  @Override
  public Enumeration<Locale> getLocales() {
    return Collections.enumeration(List.of(language));
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return who;
  }

  /** No session: nothing is kept for a next request. */
  @Override
  public @Nullable HttpSession getSession(boolean create) {
    return null;
  }

  @Override
  public @Nullable HttpSession getSession() {
    return null;
  }

  @Override
  public long getDateHeader(String name) {
    return -1;
  }

  @Override
  public @Nullable String getParameter(String name) {
    return fields.get(name);
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String value = fields.get(name);
    return value == null ? null : new String[] {value};
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(fields.keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> all = new HashMap<>();
    fields.forEach((name, value) -> all.put(name, new String[] {value}));
    return all;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.enumeration(Set.copyOf(attributes.keySet()));
  }
}
