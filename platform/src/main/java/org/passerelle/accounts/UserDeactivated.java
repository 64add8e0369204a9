package org.passerelle.accounts;

import java.util.UUID;

/** A user can no longer sign in; published in that transaction. */
public record UserDeactivated(UUID user) {}
