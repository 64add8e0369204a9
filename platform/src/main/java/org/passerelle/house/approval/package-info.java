/** The approvals page, its count on the first page, and the operator's command. */
@NullMarked
package org.passerelle.house.approval;

import org.jspecify.annotations.NullMarked;
