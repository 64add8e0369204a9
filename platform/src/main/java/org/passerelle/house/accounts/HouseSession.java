package org.passerelle.house.accounts;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What the server session holds of a signed-in user: not their identity and roles, which are read
 * from the database at each request.
 *
 * @param started at sign-in
 * @param seen at the last request
 * @param noted when the last request was recorded
 */
record HouseSession(UUID id, Instant started, Instant seen, Instant noted) implements Serializable {
  static final String KEY = "passerelle.session";
}
