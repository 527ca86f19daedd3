export { postOrders as POST } from '../../../../../../../../dist/backend/index.js';
