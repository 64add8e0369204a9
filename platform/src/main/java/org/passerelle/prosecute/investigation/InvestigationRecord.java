package org.passerelle.prosecute.investigation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.placement.place.NoShelter;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes and reads what an investigation contains. Every text of the room is sealed here, so that
 * none is stored that names a shelter; every step is written to the journal and to the audit log in
 * one call. The caller has checked access with {@link InvestigationSight}.
 */
@Component
public class InvestigationRecord {
  private final SealedJson sealed;
  private final NoShelter shelter;
  private final InvestigationJournal journal;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  InvestigationRecord(
      SealedJson sealed,
      NoShelter shelter,
      InvestigationJournal journal,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sealed = sealed;
    this.shelter = shelter;
    this.journal = journal;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Seals what somebody wrote.
   *
   * @param key key of the investigation, or one below it
   * @throws Refused at the first field that names a shelter
   */
  public byte[] seal(UUID key, String place, Worded words, SignedIn who) {
    check(words.texts(), who);
    return sealed.seal(key, place, words);
  }

  /**
   * Seals what colleagues of several organisations will read.
   *
   * @throws Refused at the first field that names a shelter of one of them
   */
  public byte[] seal(UUID key, String place, Worded words, Collection<UUID> organisations) {
    check(words.texts(), organisations);
    return sealed.seal(key, place, words);
  }

  /**
   * Checks what somebody wrote that is stored elsewhere, such as a reason for whoever approves.
   *
   * @throws Refused at the first field that names a shelter
   */
  public void check(Map<String, String> texts, SignedIn who) {
    shelter.check(texts, who.organisation());
  }

  /** The same for what colleagues of several organisations will read. */
  public void check(Map<String, String> texts, Collection<UUID> organisations) {
    shelter.check(texts, organisations.toArray(UUID[]::new));
  }

  /**
   * Seals what another node sent. It was looked at where it was written; a refusal here would tell
   * that node which shelters there are.
   */
  public byte[] sealAsItCame(UUID key, String place, Worded words) {
    return sealed.seal(key, place, words);
  }

  /** Seals codes, which nobody wrote. */
  public byte[] sealCodes(UUID key, String place, Object codes) {
    return sealed.seal(key, place, codes);
  }

  /** Opens what was sealed. */
  public <T> T open(UUID key, String place, byte[] content, Class<T> type) {
    return sealed.open(key, place, content, type);
  }

  /**
   * Writes a step to the journal and the log.
   *
   * @param kind for example {@code suspect.entered}; its text is {@code investigation.event.KIND}
   * @param code code that the text names; empty if none
   * @param subject identifier of what it is about, or null
   * @param detail further codes for the log
   */
  public void write(
      UUID investigation,
      String kind,
      String code,
      @Nullable UUID subject,
      Map<String, String> detail,
      SignedIn who) {
    journal.add(investigation, kind, code, subject, who.user());
    Map<String, String> said = new HashMap<>(detail);
    if (subject != null) {
      said.put("subject", subject.toString());
    }
    audit.write(who, kind, "investigation", investigation, said);
    events.publishEvent(new Happened(investigation, kind, subject));
  }

  /**
   * A step that somebody took; published in its transaction.
   *
   * @param kind as in the journal
   */
  public record Happened(UUID investigation, String kind, @Nullable UUID subject) {}

  /** The same for something that the application did. */
  public void writeByHouse(
      UUID investigation, UUID organisation, String kind, String code, UUID subject) {
    journal.add(investigation, kind, code, subject, null);
    audit.writeByHouse(
        organisation, kind, "investigation", investigation, Map.of("subject", subject.toString()));
  }

  /** Writes only to the log, what the journal shows by itself. */
  public void log(UUID investigation, String action, Map<String, String> detail, SignedIn who) {
    audit.write(who, action, "investigation", investigation, detail);
  }

  /** Logs that a part was read. */
  public void read(UUID investigation, String part, SignedIn who) {
    audit.write(who, "investigation.read", "investigation", investigation, Map.of("part", part));
  }

  /** The current time as stored in rows. */
  public OffsetDateTime now() {
    return Columns.now(clock);
  }
}
