/** The audit log: every access is logged in a hash chain that an auditor can verify. */
@NullMarked
package org.passerelle.audit;

import org.jspecify.annotations.NullMarked;
