package org.passerelle.house.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.accounts.Tokens;
import org.passerelle.accounts.signin.SessionSettings;
import org.passerelle.accounts.signin.Sessions;
import org.passerelle.gate.PhoneDoor;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Identifies the user: checks both time-outs and reads from the database, at each request, whether
 * the session is still valid and what roles the user now holds.
 */
@Component
class SessionContext implements SecurityContextRepository {
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private final Sessions sessions;
  private final Tokens tokens;
  private final SessionSettings settings;
  private final Languages languages;
  private final Clock clock;

  SessionContext(
      Sessions sessions,
      Tokens tokens,
      SessionSettings settings,
      Languages languages,
      Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.settings = settings;
    this.languages = languages;
    this.clock = clock;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Once(request);
  }

  @Override
  @Deprecated
  @SuppressWarnings({"deprecation", "InlineMeSuggester"})
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  /** Does nothing: sign-in and sign-out change the session themselves. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(HouseSession.KEY) != null;
  }

  private Optional<SignedInAuthentication> authentication(HttpServletRequest request) {
    if (ApiDoor.isApi(request)) {
      // a browser's session does not count for the API, so that no other site can use it
      return ApiDoor.token(request)
          .flatMap(token -> tokens.who(token, LanguageChoice.of(request, languages)))
          .map(held -> SignedInAuthentication.byToken(held.who(), held.token(), held.scopes()));
    }
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(HouseSession.KEY) instanceof HouseSession held)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    // begun in the future: the clock was set back since, so the session's age is unknown
    boolean lapsed =
        held.started().isAfter(now.plus(NOTED_EVERY))
            || !now.isBefore(held.seen().plus(settings.idle()))
            || !now.isBefore(held.started().plus(settings.absolute()));
    Optional<SignedIn> who =
        lapsed ? Optional.empty() : sessions.who(held.id(), LanguageChoice.of(request, languages));
    if (who.isEmpty()) {
      sessions.end(held.id());
      session.invalidate();
      return Optional.empty();
    }
    if (PhoneDoor.is(request)) {
      // an open page polls by itself, which does not count as activity
      return Optional.of(new SignedInAuthentication(who.get(), held.id()));
    }
    boolean note = !now.isBefore(held.noted().plus(NOTED_EVERY)) || held.noted().isAfter(now);
    if (note) {
      sessions.seen(held.id());
    }
    session.setAttribute(
        HouseSession.KEY,
        new HouseSession(held.id(), held.started(), now, note ? now : held.noted()));
    return Optional.of(new SignedInAuthentication(who.get(), held.id()));
  }

  /**
   * Loads the authentication only when it is needed, and once per request; static files never need
   * it.
   */
  private final class Once implements DeferredSecurityContext {
    private final HttpServletRequest request;
    private @Nullable SecurityContext context;
    private boolean generated;

    Once(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      SecurityContext found = context;
      if (found == null) {
        Optional<SignedInAuthentication> who = read();
        generated = who.isEmpty();
        found = new SecurityContextImpl();
        found.setAuthentication(who.orElse(null));
        context = found;
      }
      return found;
    }

    /** While nothing can be read, the page that says so is everybody's. */
    private Optional<SignedInAuthentication> read() {
      try {
        return authentication(request);
      } catch (DataAccessException | TransactionException unreadable) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
          return Optional.empty();
        }
        throw unreadable;
      }
    }

    @Override
    public boolean isGenerated() {
      get();
      return generated;
    }
  }
}
