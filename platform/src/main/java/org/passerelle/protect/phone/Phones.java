package org.passerelle.protect.phone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Writing;
import org.passerelle.pages.NotFound;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Turns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Phones of colleagues: enrolled by their user, lost when somebody says so. */
@Service
public class Phones {
  /** Phones of one user that are not lost. */
  public static final int OF_ONE_USER = 20;

  private static final int NAME = 60;
  private final PhoneRows rows;
  private final AuditLog audit;
  private final Turns turns;
  private final Identifiers identifiers;
  private final Clock clock;

  Phones(PhoneRows rows, AuditLog audit, Turns turns, Identifiers identifiers, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.turns = turns;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** How a phone stands to whoever is signed in on it. */
  public enum Standing {
    /** It may fill in forms. */
    ENROLLED,
    /** It must be enrolled anew. */
    LOST,
    /** There is none of that name in the organisation. */
    UNKNOWN
  }

  /**
   * Enrols a phone of the user.
   *
   * @param jwk open half of its key, on P-256
   * @throws NotTaken if that is no such key, or the user has too many phones
   */
  @Transactional
  public Phone enrol(String name, String jwk, SignedIn who) {
    return enrol(identifiers.next(), name, jwk, who);
  }

  /**
   * Enrols a phone of the user once more as the one that it was, where this node was restored from
   * before it was enrolled: what it has sealed since names it.
   *
   * @param id that it was given then
   * @throws NotTaken besides, if there is a phone of that name
   */
  @Transactional
  public Phone enrolAgain(UUID id, String name, String jwk, SignedIn who) {
    turns.take("phone " + id);
    if (rows.find(id).isPresent()) {
      throw new NotTaken(NotTaken.Reason.OTHER_CONTENT);
    }
    return enrol(id, name, jwk, who);
  }

  private Phone enrol(UUID id, String name, String jwk, SignedIn who) {
    turns.take("phone.of " + who.user());
    if (rows.of(who.user()).stream().filter(one -> !one.lost()).count() >= OF_ONE_USER) {
      throw new NotTaken(NotTaken.Reason.TOO_MANY_PHONES);
    }
    Phone phone =
        new Phone(
            id,
            who.organisation(),
            who.user(),
            called(name),
            key(jwk),
            clock.instant(),
            null,
            0,
            null);
    rows.insert(phone);
    audit.write(who, "phone.enrolled", "phone", phone.id(), Map.of());
    return phone;
  }

  /**
   * How a phone stands, and that it was here; of a phone of another organisation nothing is told.
   *
   * @param waiting how many records it keeps, as it says
   */
  @Transactional
  public Standing here(UUID id, int waiting, SignedIn who) {
    Optional<Phone> phone = rows.find(id).filter(one -> isOf(one, who));
    phone.ifPresent(one -> rows.seen(id, Math.min(Math.max(waiting, 0), 100_000), clock.instant()));
    return phone
        .map(one -> one.lost() ? Standing.LOST : Standing.ENROLLED)
        .orElse(Standing.UNKNOWN);
  }

  /** Whether somebody has said that it is lost. Whoever asks names it, and learns nothing else. */
  @Transactional(readOnly = true)
  public boolean isLost(UUID id) {
    return rows.find(id).filter(Phone::lost).isPresent();
  }

  /** One's own, the newest first. */
  @Transactional(readOnly = true)
  public List<Phone> own(SignedIn who) {
    return rows.of(who.user());
  }

  /**
   * Those of the node, for an administrator.
   *
   * @param from how many to leave out
   * @param most how many to give
   */
  @Transactional(readOnly = true)
  public List<Phone> all(int from, int most, SignedIn who) {
    if (!who.is(Role.ADMINISTRATOR)) {
      throw new NotFound();
    }
    return rows.all(from, most);
  }

  /**
   * A phone is lost: it learns so when it next reaches the house, whoever is signed in on it. What
   * it has sealed before is taken all the same. A second time changes nothing.
   *
   * @throws NotFound if it is neither one's own nor one is an administrator
   */
  @Transactional
  public void lost(UUID id, SignedIn who) {
    Phone phone =
        rows.find(id)
            .filter(one -> one.user().equals(who.user()) || who.is(Role.ADMINISTRATOR))
            .orElseThrow(NotFound::new);
    if (rows.lost(phone.id(), who.user(), clock.instant())) {
      audit.write(who, "phone.lost", "phone", id, Map.of());
    }
  }

  /** One, for the house itself. */
  @Transactional(readOnly = true)
  public Optional<Phone> find(UUID id) {
    return rows.find(id);
  }

  private static boolean isOf(Phone phone, SignedIn who) {
    return phone.organisation().equals(who.organisation());
  }

  private static String called(String name) {
    String line = Writing.line(name);
    return Writing.length(line) <= NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, NAME));
  }

  /** Only what makes the key: whatever else stands beside it is left out. */
  private static String key(String jwk) {
    try {
      ECKey key = ECKey.parse(jwk);
      if (key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
        throw new NotTaken(NotTaken.Reason.UNREADABLE);
      }
      key.toECPublicKey();
      return new ECKey.Builder(Curve.P_256, key.getX(), key.getY()).build().toJSONString();
    } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
      throw new NotTaken(NotTaken.Reason.UNREADABLE, e);
    }
  }
}
