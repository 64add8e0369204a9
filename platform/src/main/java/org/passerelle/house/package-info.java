/**
 * The application's own pages: today, sign-in, account, users, approvals, log, messages, forms,
 * work.
 */
@NullMarked
package org.passerelle.house;

import org.jspecify.annotations.NullMarked;
