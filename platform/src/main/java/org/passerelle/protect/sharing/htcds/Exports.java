package org.passerelle.protect.sharing.htcds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.ManyPersons;
import org.passerelle.approval.PersonsTakenOut;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.sharing.consent.OnwardLimits;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports cases as a file of the standard, for the organisation's own use. Each case gets a log
 * entry and appears in its person's list of disclosures; more than fifty persons require approval.
 */
@Service
public class Exports {
  /** Kind of the background work. */
  public static final String WORK = "export.records";

  /** Maximum number of cases in a file. */
  public static final int MOST = 20_000;

  /** Number of codes named in a refusal. */
  private static final int NAMED = 5;

  private final ExportRows rows;
  private final CaseSight sight;
  private final OnwardLimits limits;
  private final Approvals approvals;
  private final PersonsTakenOut taken;
  private final ExportFiles files;
  private final Identifiers identifiers;

  Exports(
      ExportRows rows,
      CaseSight sight,
      OnwardLimits limits,
      Approvals approvals,
      PersonsTakenOut taken,
      ExportFiles files,
      Identifiers identifiers) {
    this.rows = rows;
    this.sight = sight;
    this.limits = limits;
    this.approvals = approvals;
    this.taken = taken;
    this.files = files;
    this.identifiers = identifiers;
  }

  /**
   * Result of a request.
   *
   * @param work work that creates the file, or null while it waits for approval
   */
  public record Asked(UUID export, @Nullable UUID work) {}

  /**
   * An export as shown in the list of disclosures.
   *
   * @param fields fields of the standard
   * @param made whether a file was created; otherwise it waits for approval, or was declined
   */
  public record Made(
      UUID id,
      UUID by,
      Instant at,
      String format,
      String purpose,
      String reason,
      List<String> fields,
      int persons,
      boolean made) {
    public Made {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Requests a file.
   *
   * @param ids cases; those that the reader does not see are left out
   * @throws Refused if none is left, there are too many, or one came from another organisation that
   *     did not allow passing it on
   */
  @Transactional
  public Asked ask(ExportRequest wish, List<UUID> ids, SignedIn who) {
    List<UUID> seen = sight.seen(ids, who);
    if (seen.isEmpty()) {
      throw new Refused("export.refused.none");
    }
    if (seen.size() > MOST) {
      throw new Refused("export.refused.many", MOST);
    }
    Set<UUID> bound = limits.inNoFile(seen, who.organisation());
    if (!bound.isEmpty()) {
      throw new Refused("export.refused.bound", bound.size(), rows.codes(bound, NAMED)).at("leave");
    }
    UUID export = identifiers.next();
    List<UUID> persons = rows.insert(export, wish, seen, who);
    if (!taken.alone(who, persons)) {
      approvals.request(
          ManyPersons.EXPORT,
          new ActSubject("export", export, who.organisation(), who.organisation()),
          Map.of("persons", Integer.toString(persons.size()), "purpose", wish.purpose()),
          who);
      return new Asked(export, null);
    }
    return new Asked(export, files.begin(export, who, null));
  }

  /** Returns those of the given cases that may be exported under the rule about passing on. */
  @Transactional(readOnly = true)
  public List<UUID> withoutBound(List<UUID> ids, SignedIn who) {
    Set<UUID> bound = limits.inNoFile(ids, who.organisation());
    return ids.stream().filter(id -> !bound.contains(id)).toList();
  }

  Optional<Made> find(UUID export) {
    return rows.find(export);
  }

  /** Exports that included a case, newest first. */
  @Transactional(readOnly = true)
  public List<Made> of(UUID file) {
    return rows.of(file);
  }
}
