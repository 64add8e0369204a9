/** Pages of import and export. */
@NullMarked
package org.passerelle.protect.sharing.htcds.web;

import org.jspecify.annotations.NullMarked;
