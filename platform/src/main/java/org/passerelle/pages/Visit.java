package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.language.Language;
import org.passerelle.refusal.NotFound;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A user's request for a page: user, language, address and session. For a single request, not
 * thread-safe.
 */
public abstract sealed class Visit permits Act {
  private static final String SHOWN_ONCE = "passerelle.shown-once ";
  static final String PAGE = "page";
  final ModelMap model;
  final HttpServletRequest request;
  final HttpServletResponse response;
  final Page first;
  private @Nullable Filled asked;

  Visit(ModelMap model, HttpServletRequest request, HttpServletResponse response) {
    this.first = (Page) Objects.requireNonNull(model.get(PAGE));
    this.model = model;
    this.request = request;
    this.response = response;
  }

  /**
   * The user.
   *
   * @throws NotFound if nobody is signed in
   */
  public SignedIn who() {
    return Optional.ofNullable(first.who()).orElseThrow(NotFound::new);
  }

  /** The page, with language and tokens. */
  public Page page() {
    return (Page) Objects.requireNonNull(model.get(PAGE));
  }

  /** The user's language. */
  public Language language() {
    return first.language();
  }

  /** A text in the user's language. */
  public String text(String key, Object... arguments) {
    return first.text(key, arguments);
  }

  /**
   * The query parameters of the page: filters, a day, proposed values for a form. Separate from
   * {@link Act#form(Filled)}, which may contain unsubmitted input.
   */
  public Filled asked() {
    if (asked == null) {
      asked = RequestContent.fields(request);
    }
    return asked;
  }

  /**
   * A path variable, by its name in the mapping; for a third one, beyond the two that a handler
   * takes.
   */
  public String part(String name) {
    Object parts = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return parts instanceof Map<?, ?> all && all.get(name) instanceof String part ? part : "";
  }

  /**
   * The same for an identifier.
   *
   * @throws NotFound if it is none
   */
  public UUID partId(String name) {
    try {
      return UUID.fromString(part(name));
    } catch (IllegalArgumentException e) {
      throw new NotFound();
    }
  }

  /**
   * The bytes of an uploaded file; empty if none was chosen. Other input is kept as in every form,
   * the file itself is not.
   */
  public byte[] file(String name) {
    return RequestContent.file(request, name);
  }

  /** The client's name of an uploaded file; never to be used as a path. */
  public String fileName(String name) {
    return RequestContent.fileName(request, name);
  }

  /**
   * Overrides the content security policy for this page, for example to allow embedded pictures.
   */
  public void policy(String contentPolicy) {
    response.setHeader("Content-Security-Policy", contentPolicy);
  }

  /** The user with their session. */
  public SignedInAuthentication signedIn() {
    if (request.getUserPrincipal() instanceof SignedInAuthentication signedIn) {
      return signedIn;
    }
    throw new NotFound();
  }

  /**
   * Keeps a secret for the next page that shows it, and for that one only.
   *
   * @param what what it is for, so that no other page shows it
   */
  public void showOnce(String what, String secret) {
    request.getSession().setAttribute(SHOWN_ONCE + what, secret);
  }

  /** A secret that was kept for this page; empty if there is none, or it was shown before. */
  public String shownOnce(String what) {
    Object secret = request.getSession().getAttribute(SHOWN_ONCE + what);
    request.getSession().removeAttribute(SHOWN_ONCE + what);
    return secret instanceof String text ? text : "";
  }

  /** The request, for pages that store something in the session. */
  public HttpServletRequest request() {
    return request;
  }
}
