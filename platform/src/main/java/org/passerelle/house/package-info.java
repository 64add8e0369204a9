/**
 * The application's own pages: today, sign-in, account, users, approvals, log, messages, forms,
 * work.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accounts",
      "accounts :: signin",
      "approval",
      "audit",
      "forms",
      "forms :: draft",
      "forms :: expression",
      "gate",
      "language",
      "mail",
      "notice",
      "notice :: push",
      "outbox",
      "pages",
      "protect.person",
      "refusal",
      "register",
      "storage",
      "storage :: backup",
      "storage :: keys",
      "undo",
      "work"
    })
@NullMarked
package org.passerelle.house;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
