package org.passerelle.protect.sharing.htcds;

import java.time.Clock;
import org.passerelle.accounts.Organisations;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.answers.GatheredSubmissions;
import org.passerelle.protect.casework.cases.opening.ManyCases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Components used by a pass through a file of records. */
@Component
record ImportSources(
    HtcdsFields fields,
    KnownRecords known,
    ManyCases cases,
    GatheredSubmissions submissions,
    Organisations organisations,
    AuditLog audit,
    Clock clock,
    PlatformTransactionManager transactions) {
  TransactionTemplate transaction() {
    return new TransactionTemplate(transactions);
  }
}
