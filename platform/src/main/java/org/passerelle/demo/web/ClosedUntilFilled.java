package org.passerelle.demo.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.demo.Filling;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.pages.LanguageChoice;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the server closed until a demonstration is complete: every page shows the progress and
 * reloads. It runs before all other filters, so that nobody signs in to a half-filled
 * demonstration.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedUntilFilled extends OncePerRequestFilter {
  private static final String AGAIN_AFTER_SECONDS = "5";
  private static final Pattern FURNITURE =
      Pattern.compile("/(?:[a-z]+\\.css|icon\\.svg|fonts/[A-Za-z0-9._-]+)");
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          ClosedUntilFilled.class.getClassLoader(),
          "org.passerelle.pages.templates");
  private final Filling filling;
  private final Languages languages;

  ClosedUntilFilled(Filling filling, Languages languages) {
    this.filling = filling;
    this.languages = languages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Filling.Progress> progress = filling.progress();
    if (progress.isEmpty() || FURNITURE.matcher(request.getRequestURI()).matches()) {
      chain.doFilter(request, response);
      return;
    }
    int percent = progress.get().percent();
    boolean watcher = request.getRequestURI().equals("/health");
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-ancestors 'none'");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setContentType(watcher ? MediaType.TEXT_PLAIN_VALUE : MediaType.TEXT_HTML_VALUE);
    response
        .getWriter()
        .write(watcher ? "filling, " + percent + " %" : page(request, progress.get()));
  }

  private String page(HttpServletRequest request, Filling.Progress progress) {
    Texts texts = languages.texts(LanguageChoice.of(request, languages));
    StringOutput page = new StringOutput(2_000);
    ENGINE.render(
        "demo/filling.jte",
        Map.of(
            "texts",
            texts,
            "percent",
            progress.percent(),
            "left",
            left(progress.left(), texts),
            "again",
            AGAIN_AFTER_SECONDS),
        page);
    return page.toString();
  }

  private static String left(@Nullable Duration left, Texts texts) {
    return left == null
        ? ""
        : texts.text(
            "work.remaining",
            texts.text("work.minutes", Math.max(1, (left.toSeconds() + 30) / 60)));
  }
}
