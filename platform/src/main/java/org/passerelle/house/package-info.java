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
      "forms :: answers",
      "forms :: draft",
      "forms :: expression",
      "gate",
      "language",
      "mail",
      "notice",
      "notice :: push",
      "outbox",
      "pages",
      "pages :: map",
      "pages :: picture",
      "protect.person",
      "refusal",
      "register",
      "storage",
      "storage :: backup",
      "storage :: keys",
      "table",
      "undo",
      "work"
    })
@NullMarked
package org.passerelle.house;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
