package org.passerelle.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.TipDoor;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The language switch of every page; the choice is stored in a cookie, without which the browser's
 * preference applies.
 */
@Controller
@OpenToAll
@PublicProcess
public class LanguageChoice {
  private static final String COOKIE = "language";
  private static final Duration KEPT = Duration.ofDays(365);

  /** Until the browser is closed. */
  private static final Duration BRIEF = Duration.ofSeconds(-1);

  private static final Pattern HERE =
      Pattern.compile("/[A-Za-z0-9/_.-]*(\\?[A-Za-z0-9/_.,:;&=%+~*-]{0,2000})?");
  private final Languages languages;

  LanguageChoice(Languages languages) {
    this.languages = languages;
  }

  @GetMapping("/language/{tag}")
  String choose(
      @PathVariable String tag,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    // other pages are in English for a user who chose a language that only letterboxes have
    keep(languages.guest(tag), isBrief(to) ? BRIEF : KEPT, request, response);
    // only a local path: never another site, whatever the link says
    return "redirect:" + (HERE.matcher(to).matches() && !to.startsWith("//") ? to : "/");
  }

  /** Whether a choice ends with the browser: whoever reports something leaves no trace in it. */
  public static boolean isBrief(@Nullable String to) {
    return to != null && to.startsWith(TipDoor.PATH);
  }

  /** Stores a choice for a year. */
  public static void keep(
      Language language, HttpServletRequest request, HttpServletResponse response) {
    keep(language, KEPT, request, response);
  }

  private static void keep(
      Language language, Duration age, HttpServletRequest request, HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, language.tag())
            .path("/")
            .maxAge(age)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /** Whether a choice is stored in this browser. */
  public static boolean kept(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .anyMatch(c -> c.getName().equals(COOKIE));
  }

  /**
   * The user's language: from the cookie, otherwise the browser's preference, otherwise English.
   */
  public static Language of(HttpServletRequest request, Languages languages) {
    String kept = kept(request, "");
    if (!kept.isEmpty()) {
      return languages.byTag(kept);
    }
    return wished(request, languages);
  }

  /** The same where there are additional languages. */
  static Language ofGuest(HttpServletRequest request, Languages languages) {
    Language further = languages.guest(kept(request, request.getLocale().getLanguage()));
    return further.isOfHouse() ? of(request, languages) : further;
  }

  private static String kept(HttpServletRequest request, String otherwise) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(c -> c.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(otherwise);
  }

  private static Language wished(HttpServletRequest request, Languages languages) {
    Locale wished = request.getLocale();
    return switch (wished.getLanguage()) {
      case "fr" -> languages.byTag("fr");
      case "sr", "bs", "hr", "me" ->
          languages.byTag(
              wished.getScript().equals("Latn") || !wished.getLanguage().equals("sr")
                  ? "sr-Latn"
                  : "sr-Cyrl");
      default -> languages.byTag("en");
    };
  }
}
