package org.passerelle.protect.safeguards.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.casefile.CaseSheets;
import org.passerelle.protect.casework.casefile.Sheet;
import org.passerelle.protect.casework.casefile.StoredDataSource;
import org.springframework.stereotype.Component;

/** What packages store about a person, in the copy that they receive. */
@Component
class PrintedStoredData implements StoredDataSource {
  /** Packages withheld from the person while access would endanger proceedings. */
  private static final Set<String> INVESTIGATED = Set.of("network");

  private final StoredDataReport held;

  PrintedStoredData(StoredDataReport held) {
    this.held = held;
  }

  @Override
  public List<Sheet.Row> rows(
      UUID person, boolean silent, CaseSheets.Setting setting, SignedIn who) {
    return held.of(person, who).stream()
        .filter(room -> !silent || !INVESTIGATED.contains(room.name()))
        .map(room -> row(room, setting))
        .toList();
  }

  private static Sheet.Row row(StoredDataReport.Room room, CaseSheets.Setting setting) {
    Texts texts = setting.texts();
    List<String> said = new ArrayList<>();
    said.add(texts.text("held.room." + room.name() + ".why"));
    for (StoredDataReport.Line line : room.lines()) {
      said.add(
          texts.text("held." + line.table())
              + texts.text("held.colon")
              + texts.text("held.entries", line.entries())
              + (line.since() == null ? "" : texts.text("held.since", setting.day(line.since()))));
    }
    said.add(texts.text("held.room." + room.name() + ".kept", room.months().toArray()));
    return Sheet.Row.of(texts.text("held.room." + room.name()), said.toArray(String[]::new));
  }
}
