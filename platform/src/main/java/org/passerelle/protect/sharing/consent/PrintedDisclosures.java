package org.passerelle.protect.sharing.consent;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.casefile.CaseSheets;
import org.passerelle.protect.casework.casefile.Sheet;
import org.passerelle.protect.casework.casefile.SheetSource;
import org.passerelle.protect.casework.casefile.SheetWords;
import org.passerelle.protect.casework.cases.Case;
import org.springframework.stereotype.Component;

/** Who received what on which basis, in printed documents. */
@Component
class PrintedDisclosures implements SheetSource {
  private final Disclosures disclosures;
  private final SheetWords words;

  PrintedDisclosures(Disclosures disclosures, SheetWords words) {
    this.disclosures = disclosures;
    this.words = words;
  }

  @Override
  public String part() {
    return "disclosures";
  }

  @Override
  public List<Sheet.Row> rows(Case file, CaseSheets.Setting setting, SignedIn who) {
    return disclosures.of(file.id()).stream()
        .map(
            one ->
                Sheet.Row.of(
                    words.organisation(one.recipient(), setting.texts()),
                    setting.when(one.at()),
                    words.word("consent_purposes", one.purpose(), setting.texts()),
                    setting.texts().text("consent.basis." + one.basisKind())))
        .toList();
  }
}
