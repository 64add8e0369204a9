package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.language.Language;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Somebody asks for a page: who, in which language, by which address and session. For one request,
 * not to be shared.
 */
public abstract sealed class Visit permits Act {
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
   * Who acts.
   *
   * @throws NotFound if nobody is signed in
   */
  public SignedIn who() {
    return Optional.ofNullable(first.who()).orElseThrow(NotFound::new);
  }

  /** The page, with the language and the tokens. */
  public Page page() {
    return (Page) Objects.requireNonNull(model.get(PAGE));
  }

  /** The reader's language. */
  public Language language() {
    return first.language();
  }

  /** A string in the reader's language. */
  public String text(String key, Object... arguments) {
    return first.text(key, arguments);
  }

  /**
   * What the address of a page asks for: filters, a day, proposals for a form. Read apart from
   * {@link Act#form(Filled)}, which may hold what was typed before.
   */
  public Filled asked() {
    if (asked == null) {
      asked = Sent.fields(request);
    }
    return asked;
  }

  /**
   * A variable part of the address, by its name in the mapping; for one beyond the two that a
   * handler takes.
   */
  public String part(String name) {
    Object parts = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return parts instanceof Map<?, ?> all && all.get(name) instanceof String part ? part : "";
  }

  /**
   * The bytes of a file that was sent with the form; none if nothing was chosen. What was typed
   * beside it is kept like every form, the file itself is not.
   */
  public byte[] file(String name) {
    return Sent.file(request, name);
  }

  /** What the sender's device calls a file that was sent; never to be used as a path. */
  public String fileName(String name) {
    return Sent.fileName(request, name);
  }

  /** Lets this one page show what others refuse, such as pictures that stand within it. */
  public void policy(String contentPolicy) {
    response.setHeader("Content-Security-Policy", contentPolicy);
  }

  /** Who acts, with the session that they act in. */
  public SignedInAuthentication signedIn() {
    if (request.getUserPrincipal() instanceof SignedInAuthentication signedIn) {
      return signedIn;
    }
    throw new NotFound();
  }

  /** The request, for what a page keeps in the session. */
  public HttpServletRequest request() {
    return request;
  }
}
