/** Storage of requests, and the rules of who may decide. */
@NullMarked
package org.passerelle.approval.internal;

import org.jspecify.annotations.NullMarked;
