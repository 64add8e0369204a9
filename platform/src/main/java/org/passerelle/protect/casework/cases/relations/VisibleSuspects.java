package org.passerelle.protect.casework.cases.relations;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** PersonSuspected persons of cases that a reader sees, by identifiers. */
@Component
public class VisibleSuspects {
  private final CaseSight sight;

  VisibleSuspects(CaseSight sight) {
    this.sight = sight;
  }

  /** Those of every case that the reader sees but one. */
  @Transactional(readOnly = true)
  public List<UUID> outside(UUID caseId, SignedIn who) {
    return sight
        .sql(
            """
            select distinct r.person from case_role r
              join {case c} on c.id = r.case_id
              left join person_relation n on n.other = r.person and n.person = c.person
             where c.id <> :case and r.person <> c.person
               and (r.role = 'suspect' or n.suspected) and {seen c}
            """,
            who)
        .param("case", caseId)
        .query(UUID.class)
        .list();
  }
}
