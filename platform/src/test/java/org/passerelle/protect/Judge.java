package org.passerelle.protect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditReader;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.HeldSchedules;
import org.passerelle.storage.House;
import org.passerelle.storage.Vault;

/**
 * Records what was done and decides what must hold afterwards. Times are sequence numbers of the
 * beginnings and ends of acts: what ended before another act began must be visible to it.
 */
final class Judge {
  private final House house;
  private final AtomicLong moment = new AtomicLong();
  private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Long> done = new ConcurrentHashMap<>();

  /** When a basis, a referral or a case ended for its own organisation. */
  private final Map<UUID, Long> ended = new ConcurrentHashMap<>();

  /** When that had reached every recipient. */
  private final Map<UUID, Long> reached = new ConcurrentHashMap<>();

  private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();
  private final JudgeOfSight sight;
  private final JudgeAbroad abroad;

  Judge(House house) {
    this.house = house;
    this.sight = new JudgeOfSight(this);
    this.abroad = new JudgeAbroad(house, this);
  }

  JudgeOfSight sight() {
    return sight;
  }

  JudgeAbroad abroad() {
    return abroad;
  }

  boolean isEnded(UUID what) {
    return ended.containsKey(what);
  }

  /** Whether nobody revoked it, withdrew its basis, or erased its case. */
  boolean goesOn(HandsWorld.Sent sent) {
    return !isEnded(sent.id()) && !isEnded(sent.basis().id()) && !isEnded(sent.basis().file().id());
  }

  long now() {
    return moment.incrementAndGet();
  }

  void did(String act) {
    done.merge(act, 1L, Long::sum);
  }

  Map<String, Long> done() {
    return new TreeMap<>(done);
  }

  List<String> broken() {
    return List.copyOf(broken);
  }

  void broke(String rule) {
    broken.add(rule);
  }

  void ended(UUID what) {
    ended.put(what, now());
  }

  /** Everything that waited was sent in a run that began after these acts ended. */
  void delivered(long began, int waiting) {
    if (waiting == 0) {
      ended.forEach(
          (what, at) -> {
            if (at < began) {
              reached.putIfAbsent(what, now());
            }
          });
    }
  }

  void accepted(UUID referral) {
    accepted.add(referral);
  }

  /**
   * Rule 4: a dossier must not be opened if its basis ended before. A recipient who accepted the
   * referral has a file of their own, which the sender's erasure does not reach.
   */
  void opened(HandsWorld.Sent sent, long began) {
    List<UUID> ends = new ArrayList<>(List.of(sent.id(), sent.basis().id()));
    if (!accepted.contains(sent.id())) {
      ends.add(sent.basis().file().id());
    }
    for (UUID what : ends) {
      Long at = reached.get(what);
      if (at != null && at < began) {
        broke("the dossier of %s was opened after %s".formatted(sent.id(), kind(sent, what)));
      }
    }
  }

  private static String kind(HandsWorld.Sent sent, UUID what) {
    return what.equals(sent.id())
        ? "it was revoked"
        : what.equals(sent.basis().id()) ? "its basis ended" : "its case was erased";
  }

  boolean isErased(UUID caseId, long began) {
    Long at = ended.get(caseId);
    return at != null && at < began;
  }

  /** All activity has ended: what is stored must equal what was recorded. */
  void atTheEnd(HandsWorld world) {
    Deliveries deliveries = house.get(Deliveries.class);
    world.haltNobody();
    for (int round = 0; round < 50 && world.waiting() > 0; round++) {
      house.clock().pass(java.time.Duration.ofHours(2));
      deliveries.deliverDue();
      // letterboxes have a schedule of their own, for what met a locked row the first time
      house.get(HeldSchedules.class).runAll();
    }
    if (world.waiting() > 0) {
      broke(world.waiting() + " messages wait for ever");
    }
    delivered(now(), 0);
    payloadsAreGone();
    world.sent.forEach(this::answeredOnce);
    abroad.atTheEnd(world);
    world.bases.forEach(this::endedOnce);
    world.files.forEach(file -> seenByWhomTheRowsSay(file, world));
    world.files.stream().filter(f -> ended.containsKey(f.id())).forEach(this::erased);
    new Decided(house, this).byTwo(world);
    if (house.get(AuditReader.class).firstBroken().isPresent()) {
      broke("the chain of the log: " + house.get(AuditReader.class).firstBroken());
    }
  }

  private void payloadsAreGone() {
    int left =
        count(
            "select count(*) from outbox_message where state <> 'queued' and octet_length(payload) > 0");
    if (left > 0) {
      broke(left + " messages that ended keep what they carried");
    }
  }

  private void answeredOnce(HandsWorld.Sent sent) {
    int answers = lines("referral.accepted", sent.id()) + lines("referral.declined", sent.id());
    if (answers > 1) {
      broke("referral %s was answered %d times".formatted(sent.id(), answers));
    }
    int arrived = count("select count(*) from received_referral where id = :id", sent.id());
    if (arrived > 1) {
      broke("referral %s arrived %d times".formatted(sent.id(), arrived));
    }
    if (arrived > 0
        && count("select count(*) from disclosure where referral = :id", sent.id()) == 0
        && !ended.containsKey(sent.basis().file().id())) {
      broke("referral %s arrived without a disclosure".formatted(sent.id()));
    }
    SignedIn reader = sent.basis().recipient().managers().get(0);
    try {
      long began = now();
      if (house.get(ReceivedReferrals.class).dossier(sent.id(), reader).isPresent()) {
        opened(sent, began);
      }
    } catch (NotFound | Refused | Vault.KeyDestroyed gone) {
      // no longer visible to them
    }
  }

  private void endedOnce(HandsWorld.Basis basis) {
    if (!basis.consent() || !ended.containsKey(basis.id()) || erasedSince(basis)) {
      return;
    }
    int withdrawn =
        count("select count(*) from consent where id = :id and state = 'withdrawn'", basis.id());
    int histories =
        count(
            "select count(*) from consent_history where consent = :id and version = 2", basis.id());
    if (withdrawn != 1 || histories != 1) {
      broke("consent %s: withdrawn %d, history %d".formatted(basis.id(), withdrawn, histories));
    }
    int waiting =
        count(
            "select count(*) from outbox_message where cause = :id and state = 'queued'",
            basis.id());
    if (waiting > 0) {
      broke("consent %s was withdrawn and %d messages wait".formatted(basis.id(), waiting));
    }
  }

  private boolean erasedSince(HandsWorld.Basis basis) {
    return ended.containsKey(basis.file().id());
  }

  /** Compares who sees a case, computed here from the rows, with the system's answer. */
  private void seenByWhomTheRowsSay(HandsWorld.File file, HandsWorld world) {
    for (HandsWorld.Organisation organisation : world.organisations) {
      List<SignedIn> all = new ArrayList<>(organisation.managers());
      all.addAll(organisation.supervisors());
      for (SignedIn who : all) {
        boolean onTeam = world.onTeam(file, who);
        boolean open =
            count(
                    "select count(*) from protect_case where id = :id and not closed_to_named",
                    file.id())
                > 0;
        boolean own = who.organisation().equals(file.organisation().id());
        boolean supervisor = organisation.supervisors().contains(who);
        boolean there = count("select count(*) from protect_case where id = :id", file.id()) > 0;
        boolean must = there && own && (onTeam || (supervisor && open));
        if (must != house.get(CaseSight.class).sees(file.id(), who)) {
          broke("case %s: %s must see it: %s".formatted(file.id(), who.roles(), must));
        }
      }
    }
  }

  private void erased(HandsWorld.File file) {
    if (house.get(Vault.class).holds(file.id())) {
      broke("case %s was erased and its key is there".formatted(file.id()));
    }
    try {
      house.get(Cases.class).find(file.id(), file.manager());
      broke("case %s was erased and is found".formatted(file.id()));
    } catch (NotFound gone) {
      // as expected
    }
    int waiting =
        count(
            "select count(*) from outbox_message where subject = :id and state = 'queued'",
            file.id());
    if (waiting > 0) {
      broke("case %s was erased and %d messages wait".formatted(file.id(), waiting));
    }
  }

  private int lines(String action, UUID subject) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and subject = :id")
        .param("action", action)
        .param("id", subject)
        .query(Integer.class)
        .single();
  }

  private int count(String sql, UUID... id) {
    var statement = house.db().sql(sql);
    return (id.length == 0 ? statement : statement.param("id", id[0]))
        .query(Integer.class)
        .single();
  }
}
