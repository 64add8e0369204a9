package org.passerelle.work.internal;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of background work; a module ends work whose files are about erased cases. */
@Component
class WorkHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing("work", "arguments of the request, sealed under a key of its own"),
        Table.erased("work_file", "names of files, which the module that created them ends"),
        Table.erased("work_piece", "content of files, sealed under the work's key, for a day"));
  }
}
