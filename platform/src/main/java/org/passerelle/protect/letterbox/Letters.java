package org.passerelle.protect.letterbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.protect.cases.CaseFiles;
import org.passerelle.protect.handover.HandOverMessages;
import org.passerelle.protect.handover.Taken;
import org.passerelle.protect.referral.CorrectedDossiers;
import org.passerelle.protect.referral.Corrections;
import org.passerelle.protect.referral.Dossier;
import org.passerelle.protect.referral.Referral;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in a letterbox, read as what it is. */
@Component
public class Letters {
  static final String FILE = "letterbox.file";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final LyingRows rows;

  Letters(LyingRows rows) {
    this.rows = rows;
  }

  /** The dossier; nothing once it was taken back. */
  public Optional<Dossier> dossier(List<Lying.Item> items) {
    return items.stream()
        .filter(i -> i.kind().equals("handover.sent") || i.kind().equals("referral.sent"))
        .findFirst()
        .map(i -> JSON.readValue(corrected(i.content(), items), Dossier.class));
  }

  private static String corrected(String dossier, List<Lying.Item> items) {
    String now = dossier;
    for (Lying.Item item : items) {
      if (item.kind().equals(Corrections.CORRECTED)) {
        now = CorrectedDossiers.merged(now, JSON.readTree(item.content()).path("fields"));
      }
    }
    return now;
  }

  /** What the sender corrected and the reader has not said to have put right, the oldest first. */
  public List<Corrected> corrections(List<Lying.Item> items) {
    List<Corrected> open = new ArrayList<>();
    for (Lying.Item item : items) {
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

  /** Steps of either side that reached the letterbox, the oldest first. */
  public List<Taken> steps(Lying dossier, List<Lying.Item> items) {
    return items.stream()
        .filter(i -> i.kind().equals(HandOverMessages.STEP))
        .map(i -> taken(dossier, i))
        .toList();
  }

  private static Taken taken(Lying dossier, Lying.Item item) {
    Taken.Draft draft =
        HandOverMessages.read(item.content(), HandOverMessages.Recorded.class).draft();
    return new Taken(
        item.id(),
        item.written() ? dossier.letterbox() : dossier.sender(),
        draft.step(),
        draft.state(),
        draft.on(),
        draft.details(),
        item.at());
  }

  /** What was written between the two, the oldest first. */
  public List<Referral.Message> messages(Lying dossier, List<Lying.Item> items) {
    return items.stream()
        .filter(i -> i.kind().equals("referral.message"))
        .map(
            i ->
                new Referral.Message(
                    i.written() ? dossier.letterbox() : dossier.sender(),
                    JSON.readTree(i.content()).path("text").asString(""),
                    i.at()))
        .toList();
  }

  /** Files that the reader left, the oldest first. */
  public List<Left> files(List<Lying.Item> items) {
    return items.stream()
        .filter(i -> i.kind().equals(FILE))
        .map(i -> new Left(i.id(), JSON.readTree(i.content()).path("name").asString(""), i.at()))
        .toList();
  }

  /** A file that the reader left. */
  public record Left(UUID id, String name, Instant at) {}

  void leave(Lying dossier, UUID once, String name, byte[] content) {
    CaseFiles.inspect(content, name);
    if (rows.items(dossier).stream().noneMatch(i -> i.id().equals(once))) {
      rows.put(
          dossier,
          once,
          true,
          FILE,
          JSON.writeValueAsString(
              Map.of("name", name, "content", Base64.getEncoder().encodeToString(content))));
    }
  }

  /** The bytes of a file that was left. */
  Optional<byte[]> content(List<Lying.Item> items, UUID file) {
    return items.stream()
        .filter(i -> i.kind().equals(FILE) && i.id().equals(file))
        .findFirst()
        .map(
            i ->
                Base64.getDecoder()
                    .decode(JSON.readTree(i.content()).path("content").asString("")));
  }
}
