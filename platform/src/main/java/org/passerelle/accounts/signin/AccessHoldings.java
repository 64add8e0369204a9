package org.passerelle.accounts.signin;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of users and organisations; they hold nothing about persons followed in cases. */
@Component
class AccessHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return Holdings.joined(
        List.of(
            Table.nothing("organisation", "organisations"),
            Table.nothing("app_user", "users and organisations"),
            Table.nothing("user_role", "users and organisations")),
        Table.each(Kind.NOTHING, "a second factor of a user", "totp", "recovery_code", "passkey"),
        List.of(
            Table.nothing("setup_link", "first sign-in of a user"),
            Table.nothing("throttle", "attempts to sign in"),
            Table.nothing("known_device", "devices of users"),
            Table.nothing("user_session", "sessions of users"),
            Table.nothing("names_beside", "users who see names in their original script, too")));
  }
}
