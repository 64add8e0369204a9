package org.passerelle.protect.casework.casefile;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** What every package stores about a person, for their copy; answered by what can erase it. */
public interface StoredDataSource {
  /**
   * A row for each package.
   *
   * @param silent without what access would endanger while proceedings are under way
   */
  List<Sheet.Row> rows(UUID person, boolean silent, CaseSheets.Setting setting, SignedIn who);
}
