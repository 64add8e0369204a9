package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names a browser and its system in two words, enough for users to recognise their own. */
public final class Browsers {
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR", "Opera");
    BROWSERS.put("SamsungBrowser", "Samsung Internet");
    BROWSERS.put("Firefox", "Firefox");
    BROWSERS.put("Chrome", "Chrome");
    BROWSERS.put("Safari", "Safari");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Browsers() {}

  /** Browser and system, or a question mark if unknown. */
  public static String name(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    String browser = first(BROWSERS, agent == null ? "" : agent);
    String system = first(SYSTEMS, agent == null ? "" : agent);
    String both = browser + (browser.isEmpty() || system.isEmpty() ? "" : ", ") + system;
    return both.isEmpty() ? "?" : both;
  }

  private static String first(Map<String, String> names, String agent) {
    return names.entrySet().stream()
        .filter(e -> agent.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
