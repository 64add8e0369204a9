package org.passerelle.protect.sharing.consent.signature;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.casefile.CaseSheets;
import org.passerelle.protect.casework.casefile.Sheet;
import org.passerelle.protect.casework.casefile.SheetSource;
import org.passerelle.protect.casework.casefile.SheetWords;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.sharing.consent.Consents;
import org.springframework.stereotype.Component;

/** Consents with their signatures, in printed documents. */
@Component
class PrintedConsents implements SheetSource {
  private final Consents consents;
  private final Signatures signatures;
  private final SheetWords words;

  PrintedConsents(Consents consents, Signatures signatures, SheetWords words) {
    this.consents = consents;
    this.signatures = signatures;
    this.words = words;
  }

  @Override
  public String part() {
    return "consents";
  }

  @Override
  public List<Sheet.Row> rows(Case file, CaseSheets.Setting setting, SignedIn who) {
    Map<UUID, List<Sheet.Picture>> signed = signed(file.id(), setting, who);
    return consents.of(file.id(), who).stream()
        .map(
            consent ->
                new Sheet.Row(
                    words.organisation(consent.recipient(), setting.texts()),
                    List.of(
                        words.word("consent_purposes", consent.purpose(), setting.texts()),
                        setting.texts().text("casefile.consent." + consent.state()),
                        setting.moments().date(consent.from())
                            + " – "
                            + setting.moments().date(consent.until())),
                    signed.getOrDefault(consent.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<Sheet.Picture>> signed(
      UUID caseId, CaseSheets.Setting setting, SignedIn who) {
    return signatures.of(caseId, who).stream()
        .collect(
            Collectors.groupingBy(
                Signatures.Signature::consent,
                Collectors.mapping(
                    one -> picture(caseId, one, setting, who), Collectors.toList())));
  }

  private Sheet.Picture picture(
      UUID caseId, Signatures.Signature one, CaseSheets.Setting setting, SignedIn who) {
    Signatures.Picture seen = signatures.onPaper(caseId, one, who);
    return Sheet.Picture.of(
        setting.texts().text("casefile.signed." + one.kind(), setting.when(one.at())),
        seen.type(),
        seen.content());
  }
}
