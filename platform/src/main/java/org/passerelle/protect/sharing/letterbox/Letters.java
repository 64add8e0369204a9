package org.passerelle.protect.sharing.letterbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.protect.sharing.handover.HandOverMessages;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.correction.CorrectedDossiers;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.message.Course;
import org.passerelle.protect.sharing.referral.message.MessageReadings;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Interprets the items in a letterbox by type. */
@Component
public class Letters {
  /** Maximum number of files per dossier, and of their bytes together. */
  static final int MOST_FILES = 20;

  static final long MOST_OCTETS = 50L << 20;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final DepositedDossierRows rows;
  private final CaseJournal journal;
  private final MessageReadings readings;
  private final StoredEnclosures came;

  Letters(
      DepositedDossierRows rows,
      CaseJournal journal,
      MessageReadings readings,
      StoredEnclosures came) {
    this.came = came;
    this.readings = readings;
    this.journal = journal;
    this.rows = rows;
  }

  /** The dossier; empty after a recall. */
  public Optional<Dossier> dossier(List<DepositedDossier.Item> items) {
    return items.stream()
        .filter(i -> i.kind().equals("handover.sent") || i.kind().equals("referral.sent"))
        .findFirst()
        .map(i -> JSON.readValue(corrected(i.content(), items), Dossier.class));
  }

  /** Enclosures with their status; their contents are not opened. */
  public List<StoredEnclosures.Came> came(DepositedDossier lying, Optional<Dossier> dossier) {
    return dossier.map(d -> came.of(DepositedFiles.place(lying), d.files())).orElse(List.of());
  }

  private static String corrected(String dossier, List<DepositedDossier.Item> items) {
    String now = dossier;
    for (DepositedDossier.Item item : items) {
      if (item.kind().equals(Corrections.CORRECTED)) {
        now = CorrectedDossiers.merged(now, JSON.readTree(item.content()).path("fields"));
      }
    }
    return now;
  }

  /** Corrections by the sender that the guest has not yet confirmed, oldest first. */
  public List<Corrected> corrections(List<DepositedDossier.Item> items) {
    List<Corrected> open = new ArrayList<>();
    for (DepositedDossier.Item item : items) {
      JsonNode said = JSON.readTree(item.content());
      if (item.kind().equals(Corrections.CORRECTED)) {
        open.add(new Corrected(item.id(), List.copyOf(said.path("fields").propertyNames())));
      } else if (item.kind().equals(Corrections.TAKEN)) {
        String upTo = said.path("correction").asString("");
        while (open.stream().anyMatch(c -> c.id().toString().equals(upTo))) {
          open.remove(0);
        }
      }
    }
    return open;
  }

  /** A correction that waits to be read. */
  public record Corrected(UUID id, List<String> fields) {
    public Corrected {
      fields = List.copyOf(fields);
    }
  }

  /** Steps of both sides that reached the letterbox, oldest first. */
  public List<RecordedStep> steps(DepositedDossier dossier, List<DepositedDossier.Item> items) {
    return items.stream()
        .filter(i -> i.kind().equals(HandOverMessages.STEP))
        .map(i -> taken(dossier, i))
        .toList();
  }

  private static RecordedStep taken(DepositedDossier dossier, DepositedDossier.Item item) {
    RecordedStep.Draft draft =
        HandOverMessages.read(item.content(), HandOverMessages.Recorded.class).draft();
    return new RecordedStep(
        item.id(),
        item.written() ? dossier.letterbox() : dossier.sender(),
        draft.step(),
        draft.state(),
        draft.on(),
        draft.details(),
        item.at());
  }

  /**
   * Messages between the two sides, oldest first. A guest who declined reads only what the sender
   * wrote since.
   */
  public List<Referral.Message> messages(
      DepositedDossier dossier, List<DepositedDossier.Item> items) {
    Map<UUID, Instant> read = readings.readBy(dossier.referral(), dossier.sender());
    List<String> kinds = items.stream().map(DepositedDossier.Item::kind).toList();
    int since =
        "declined".equals(dossier.answer()) ? kinds.lastIndexOf(ReceivedReferrals.DECLINED) : 0;
    return IntStream.range(0, items.size())
        .filter(n -> items.get(n).written() || n >= since)
        .mapToObj(items::get)
        .filter(i -> i.kind().equals("referral.message"))
        .map(
            i ->
                new Referral.Message(
                    i.written() ? dossier.letterbox() : dossier.sender(),
                    JSON.readTree(i.content()).path("text").asString(""),
                    i.at(),
                    i.written() ? new Course(true, false, i.at(), read.get(i.id())) : Course.CAME))
        .toList();
  }

  /** The dossier as it is now, if the sender has recalled it since it was read. */
  public Optional<DepositedDossier> recalledSince(DepositedDossier dossier) {
    return dossier.takenBackAt() != null
        ? Optional.empty()
        : rows.find(dossier.referral()).filter(now -> now.takenBackAt() != null);
  }

  /** Why the sender recalled the dossier, or empty. */
  public String why(DepositedDossier dossier) {
    return dossier.takenBackAt() == null ? "" : rows.why(dossier);
  }

  /** Files uploaded by the guest, oldest first. */
  public List<DepositedDossier.Left> files(DepositedDossier dossier) {
    return rows.files(dossier);
  }

  /**
   * Stores an uploaded file; does nothing if it is already here.
   *
   * @return whether it is new
   * @throws Refused if its content type is not accepted, or there would be too many files or bytes
   */
  boolean leave(DepositedDossier dossier, UUID once, String name, byte[] content) {
    String clean = CaseAttachments.inspect(content, name);
    if (rows.has(once)) {
      return false;
    }
    List<DepositedDossier.Left> before = rows.files(dossier);
    long octets = before.stream().mapToLong(DepositedDossier.Left::octets).sum() + content.length;
    if (before.size() >= MOST_FILES || octets > MOST_OCTETS) {
      throw new Refused("letterbox.refused.files", MOST_FILES, MOST_OCTETS >> 20);
    }
    boolean kept = rows.putFile(dossier, once, clean, content);
    if (kept) {
      UUID referral = dossier.referral();
      rows.caseOf(referral)
          .ifPresent(file -> journal.addByHouse(file, DepositedDossierRows.FILE, "", referral));
    }
    return kept;
  }

  /** Opens an uploaded file. */
  Optional<Opened> open(DepositedDossier dossier, UUID file) {
    Optional<DepositedDossier.Left> left =
        rows.files(dossier).stream().filter(f -> f.id().equals(file)).findFirst();
    return left.flatMap(f -> rows.content(dossier, file).map(content -> opened(f.name(), content)));
  }

  record Opened(String name, byte[] content) {}

  private static Opened opened(String name, byte[] content) {
    if (!name.isEmpty()) {
      return new Opened(name, content);
    }
    JsonNode before = JSON.readTree(content);
    return new Opened(
        before.path("name").asString(""),
        Base64.getDecoder().decode(before.path("content").asString("")));
  }
}
