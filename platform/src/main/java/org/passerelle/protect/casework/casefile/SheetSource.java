package org.passerelle.protect.casework.casefile;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;

/** A section of a printed case that another package knows. */
public interface SheetSource {
  /** Its name among {@link CaseSheets#PARTS}. */
  String part();

  /** Its rows, in order. */
  List<Sheet.Row> rows(Case file, CaseSheets.Setting setting, SignedIn who);
}
