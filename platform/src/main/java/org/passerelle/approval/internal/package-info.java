/** How requests are kept and who may decide them. */
@NullMarked
package org.passerelle.approval.internal;

import org.jspecify.annotations.NullMarked;
