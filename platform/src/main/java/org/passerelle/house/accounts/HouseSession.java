package org.passerelle.house.accounts;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What the server's session holds of a user who is signed in: not who they are, which is asked anew
 * at each request.
 *
 * @param started at sign-in
 * @param seen at the last request
 * @param noted when the last request was written down
 */
record HouseSession(UUID id, Instant started, Instant seen, Instant noted) implements Serializable {
  static final String KEY = "passerelle.session";
}
