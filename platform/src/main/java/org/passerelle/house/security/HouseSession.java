package org.passerelle.house.security;

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
public record HouseSession(UUID id, Instant started, Instant seen, Instant noted)
    implements Serializable {
  public static final String KEY = "passerelle.session";
}
