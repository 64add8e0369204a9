package org.passerelle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Issue 14, section 1, item 9: H2 makes an index for every foreign key, PostgreSQL none. */
@Tag("slow")
class ForeignKeysTest {
  @Test
  void everyForeignKeyHasAnIndexThatBeginsWithItsColumns() {
    assertThat(
            House.on(House.Database.POSTGRESQL)
                .db()
                .sql(
                    """
                    select c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid)
                      from pg_constraint c
                     where c.contype = 'f' and c.connamespace = 'public'::regnamespace
                       and not exists
                           (select 1 from pg_index i
                             where i.indrelid = c.conrelid and i.indpred is null
                               and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
                     order by 1
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }
}
