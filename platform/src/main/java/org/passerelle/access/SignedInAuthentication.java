package org.passerelle.access;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Spring Security's view of {@link SignedIn}. */
public final class SignedInAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;
  private final SignedIn who;
  private final UUID session;

  /**
   * @param who acts
   * @param session identifier of their session as the account page lists it
   */
  public SignedInAuthentication(SignedIn who, UUID session) {
    super(AuthorityUtils.createAuthorityList(who.roles().stream().map(r -> "ROLE_" + r).toList()));
    this.who = who;
    this.session = session;
    setAuthenticated(true);
  }

  @Override
  public SignedIn getPrincipal() {
    return who;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  /** Which of the user's sessions this is. */
  public UUID session() {
    return session;
  }

  @Override
  public String getName() {
    return who.user().toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedInAuthentication a
        && who.equals(a.who)
        && session.equals(a.session);
  }

  @Override
  public int hashCode() {
    return Objects.hash(who, session);
  }
}
