/** Pages of import and export. */
@NullMarked
package org.passerelle.protect.htcds.web;

import org.jspecify.annotations.NullMarked;
