/** Every look is logged: a hash-chained log that an auditor can verify. */
@NullMarked
package org.passerelle.audit;

import org.jspecify.annotations.NullMarked;
