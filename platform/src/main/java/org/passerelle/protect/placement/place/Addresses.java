package org.passerelle.protect.placement.place;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.storage.Among;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rule 5: where a place is, is read by those who place there and by the place itself, nobody else;
 * each look is logged. No other class opens it.
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
   * Where it is.
   *
   * @throws NotFound if the place is not there for them
   */
  @Transactional
  public Whereabouts read(UUID id, SignedIn who) {
    Place place = places.find(id, who);
    audit.write(who, "place.address-read", "place", id, Map.of());
    return open(place);
  }

  /**
   * Where places are in which a team may place, for computing that shows nothing of it; one line in
   * the log. Those of which nobody said it are left out.
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
        .param("ids", Among.these(placed.stream().map(Place::id).toList()))
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
   * Says where it is, for a place of one's own team.
   *
   * @throws NotFound if the place is not kept by their team
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
