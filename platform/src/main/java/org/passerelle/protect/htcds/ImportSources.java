package org.passerelle.protect.htcds;

import java.time.Clock;
import org.passerelle.accounts.Organisations;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.GatheredSubmissions;
import org.passerelle.protect.cases.ManyCases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a walk through a file of records reads by and enters into. */
@Component
class ImportSources {
  private final HtcdsFields fields;
  private final KnownRecords known;
  private final ManyCases cases;
  private final GatheredSubmissions submissions;
  private final Organisations organisations;
  private final AuditLog audit;
  private final Clock clock;
  private final PlatformTransactionManager transactions;

  ImportSources(
      HtcdsFields fields,
      KnownRecords known,
      ManyCases cases,
      GatheredSubmissions submissions,
      Organisations organisations,
      AuditLog audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.fields = fields;
    this.known = known;
    this.cases = cases;
    this.submissions = submissions;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
    this.transactions = transactions;
  }

  HtcdsFields fields() {
    return fields;
  }

  KnownRecords known() {
    return known;
  }

  ManyCases cases() {
    return cases;
  }

  GatheredSubmissions submissions() {
    return submissions;
  }

  Organisations organisations() {
    return organisations;
  }

  AuditLog audit() {
    return audit;
  }

  Clock clock() {
    return clock;
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(transactions);
  }
}
