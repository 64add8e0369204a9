package org.passerelle.protect.casework.phone;

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
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Phones of colleagues: enrolled by their user, reported lost by anybody entitled to. */
@Service
public class Phones {
  /** Maximum number of phones per user that are not lost. */
  public static final int OF_ONE_USER = 20;

  private static final int NAME = 60;
  private final PhoneRows rows;
  private final AuditLog audit;
  private final NamedLock lock;
  private final Identifiers identifiers;
  private final Clock clock;

  Phones(PhoneRows rows, AuditLog audit, NamedLock lock, Identifiers identifiers, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.lock = lock;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** State of a phone for the signed-in user. */
  public enum Standing {
    /** It may be used for forms. */
    ENROLLED,
    /** It has to be enrolled again. */
    LOST,
    /** No such phone exists in the organisation. */
    UNKNOWN
  }

  /**
   * Enrols a phone of the user.
   *
   * @param jwk its public key, on P-256
   * @throws RejectedRecord if the key is invalid, or the user has too many phones
   */
  @Transactional
  public Phone enrol(String name, String jwk, SignedIn who) {
    return enrol(identifiers.next(), name, jwk, who);
  }

  /**
   * Enrols a phone of the user again under its old identifier, after this node was restored from a
   * backup made before its enrolment; its encrypted data name that identifier.
   *
   * @param id its identifier
   * @throws RejectedRecord also if there is a phone with this identifier
   */
  @Transactional
  public Phone enrolAgain(UUID id, String name, String jwk, SignedIn who) {
    lock.acquire("phone " + id);
    if (rows.find(id).isPresent()) {
      throw new RejectedRecord(RejectedRecord.Reason.OTHER_CONTENT);
    }
    return enrol(id, name, jwk, who);
  }

  private Phone enrol(UUID id, String name, String jwk, SignedIn who) {
    lock.acquire("phone.of " + who.user());
    if (rows.of(who.user()).stream().filter(one -> !one.lost()).count() >= OF_ONE_USER) {
      throw new RejectedRecord(RejectedRecord.Reason.TOO_MANY_PHONES);
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
   * State of a phone, recording that it connected; nothing is revealed about phones of another
   * organisation.
   *
   * @param waiting number of unsent records that it reports
   */
  @Transactional
  public Standing here(UUID id, int waiting, SignedIn who) {
    Optional<Phone> phone = rows.find(id).filter(one -> isOf(one, who));
    phone.ifPresent(one -> rows.seen(id, Math.min(Math.max(waiting, 0), 100_000), clock.instant()));
    return phone
        .map(one -> one.lost() ? Standing.LOST : Standing.ENROLLED)
        .orElse(Standing.UNKNOWN);
  }

  /** Whether a phone was reported lost; reveals nothing else about it. */
  @Transactional(readOnly = true)
  public boolean isLost(UUID id) {
    return rows.find(id).filter(Phone::lost).isPresent();
  }

  /** The user's phones, newest first. */
  @Transactional(readOnly = true)
  public List<Phone> own(SignedIn who) {
    return rows.of(who.user());
  }

  /**
   * Phones of the node, for administrators.
   *
   * @param from number of entries to skip
   * @param most maximum number of entries
   */
  @Transactional(readOnly = true)
  public List<Phone> all(int from, int most, SignedIn who) {
    if (!who.is(Role.ADMINISTRATOR)) {
      throw new NotFound();
    }
    return rows.all(from, most);
  }

  /**
   * Reports a phone as lost: it is told when it next connects, whoever is signed in. Records that
   * it encrypted before are still accepted. Repeating it changes nothing.
   *
   * @throws NotFound if it is not the user's own and the user is not an administrator
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

  /** A phone by identifier; without an access check. */
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

  /** Extracts only the public key from its JSON. */
  private static String key(String jwk) {
    try {
      ECKey key = ECKey.parse(jwk);
      if (key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
        throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE);
      }
      key.toECPublicKey();
      return new ECKey.Builder(Curve.P_256, key.getX(), key.getY()).build().toJSONString();
    } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
      throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE, e);
    }
  }
}
