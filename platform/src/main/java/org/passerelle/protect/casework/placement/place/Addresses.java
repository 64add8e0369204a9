package org.passerelle.protect.casework.placement.place;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rule 5: the address of a place is read only by those who place there and by the place itself;
 * each access is logged. No other class decrypts it.
 */
@Service
public class Addresses {
  private static final String SEALED = "safe_place.location";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Places places;
  private final AuditLog audit;

  Addresses(JdbcClient db, SealedJson sealed, Places places, AuditLog audit) {
    this.db = db;
    this.sealed = sealed;
    this.places = places;
    this.audit = audit;
  }

  /**
   * The address of a place.
   *
   * @throws NotFound if the place is not visible to the user
   */
  @Transactional
  public Whereabouts read(UUID id, SignedIn who) {
    Place place = places.find(id, who);
    audit.write(who, "place.address-read", "place", id, Map.of());
    return open(place);
  }

  /**
   * Addresses of the places of a team, for computations that show none of them; logged once. Places
   * without an address are left out.
   */
  @Transactional
  public Map<UUID, Whereabouts> forMatching(Collection<Place> places, SignedIn who) {
    List<Place> placed = places.stream().filter(p -> p.isPlacedBy(who)).toList();
    Map<UUID, Whereabouts> found = new HashMap<>();
    db.sql(
            """
            select p.id, p.location
              from unnest(cast(:ids as uuid array)) as a (id) join safe_place p on p.id = a.id
             where p.location is not null
            """)
        .param("ids", UuidArray.of(placed.stream().map(Place::id).toList()))
        .query(Sealed.class)
        .list()
        .forEach(
            one -> found.put(one.id, sealed.open(one.id, SEALED, one.location, Whereabouts.class)));
    audit.write(
        who, "place.matched", "place", null, Map.of("places", Integer.toString(found.size())));
    return found;
  }

  private record Sealed(UUID id, byte[] location) {}

  /**
   * Stores the address of a place of the user's team.
   *
   * @throws NotFound if the place is not maintained by their team
   */
  @Transactional
  public void write(UUID id, Whereabouts where, SignedIn who) {
    Place place = places.find(id, who);
    if (!place.isKeptBy(who)) {
      throw new NotFound();
    }
    db.sql("update safe_place set location = :location where id = :id")
        .param("location", sealed.seal(id, SEALED, where))
        .param("id", id)
        .update();
    audit.write(who, "place.address-written", "place", id, Map.of());
  }

  private Whereabouts open(Place place) {
    return db.sql("select location from safe_place where id = :id and location is not null")
        .param("id", place.id())
        .query(byte[].class)
        .optional()
        .map(location -> sealed.open(place.id(), SEALED, location, Whereabouts.class))
        .orElse(Whereabouts.NONE);
  }
}
